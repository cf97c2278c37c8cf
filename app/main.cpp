#include "program/entry.h"

int main(int argc, char** argv) {
  return program::main_with(argc, argv);
}
