#include "fetch/program/limits.h"

#include <malloc.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>

namespace fetch {
namespace {

// Sanitizers reserve terabytes of address space for their shadow: under them this one limit, and
// only this one, cannot be set.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kLimitAddressSpace = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool kLimitAddressSpace = false;
#else
constexpr bool kLimitAddressSpace = true;
#endif
#else
constexpr bool kLimitAddressSpace = true;
#endif

constexpr rlim_t kLeastAddressSpace = 256u << 20;
constexpr rlim_t kProgramItself = 128u << 20;  // code, libraries and stack; about 30 MiB measured
constexpr rlim_t kCopies = 4;  // of the document: as it grows, when it grew, and encoded

void limit(__rlimit_resource resource, rlim_t most) {
  const rlimit both{most, most};
  setrlimit(resource, &both);
}

}  // namespace

void limit_process(const Request& request) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGPIPE, SIG_IGN);  // httplib writes to a TLS peer that may have hung up
  mallopt(M_ARENA_MAX, 1);   // an arena reserves 64 MiB of address space
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, static_cast<rlim_t>(request.deadline.count() / 1000 + 5));
  if (kLimitAddressSpace) {
    limit(RLIMIT_AS,
          std::max(kLeastAddressSpace, kProgramItself + kCopies * rlim_t{request.max_bytes}));
  }
}

}  // namespace fetch
