// The program as a whole: command line in, exit code out.
#pragma once

namespace program {

// Never throws; the last of the three places where third-party exceptions end.
int main_with(int argc, const char* const* argv);

}  // namespace program
