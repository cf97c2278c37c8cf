#include "soak/growth.h"

#include <malloc.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <iterator>

#if defined(__SANITIZE_ADDRESS__)
extern "C" std::size_t
__sanitizer_get_current_allocated_bytes();  // gcc has it and no header for it
#endif

namespace soak {
namespace {

double entries_of(const char* folder) {
  return static_cast<double>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

double heap_bytes() {
#if defined(__SANITIZE_ADDRESS__)
  return static_cast<double>(__sanitizer_get_current_allocated_bytes());
#else
  const struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd);
#endif
}

double resident_bytes() {
  long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%*d %ld", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return static_cast<double>(pages) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double open_descriptors() {
  return entries_of("/proc/self/fd");
}

double threads() {
  return entries_of("/proc/self/task");
}

Growth growth_of(std::span<const double> samples) {
  const auto n = static_cast<double>(samples.size());
  const double middle = (n - 1) / 2;
  double sum = 0;
  for (const double sample : samples) sum += sample;
  const double mean = sum / n;
  double xx = 0;
  double xy = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double x = static_cast<double>(i) - middle;
    xx += x * x;
    xy += x * (samples[i] - mean);
  }
  Growth growth;
  growth.slope = xy / xx;
  growth.first = mean - growth.slope * middle;
  double squares = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double off = samples[i] - (growth.first + growth.slope * static_cast<double>(i));
    squares += off * off;
  }
  // Student's t at 97.5% is 1.96 for many samples, and 2.04 for thirty.
  constexpr double kStudent = 2.04;
  if (n > 2) growth.error = kStudent * std::sqrt(squares / (n - 2) / xx);
  return growth;
}

}  // namespace soak
