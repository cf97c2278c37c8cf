// What a process has taken, and whether it grows.
#pragma once

#include <cstddef>
#include <span>

namespace soak {

// Bytes that are in use of the heap, as its allocator counts them, and so the same for the same
// work; with glibc where its cache of freed blocks is off:
// GLIBC_TUNABLES=glibc.malloc.tcache_count=0.
double heap_bytes();
double resident_bytes();
double open_descriptors();
double threads();

// A straight line through samples that were taken at equal intervals, by least squares.
struct Growth {
  double first = 0;  // of the line
  double slope = 0;  // a sample
  double error = 0;  // half the width of the slope's 95% confidence interval
};

// Two samples or more. The error takes samples for independent, with n - 2 degrees of freedom.
Growth growth_of(std::span<const double> samples);

}  // namespace soak
