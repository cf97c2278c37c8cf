#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <string>

#include "base/utf8.h"

namespace base {
namespace {

spdlog::logger& logger() {
  static const auto instance = [] {
    auto made = spdlog::stderr_logger_mt("bluelamp");
    made->set_pattern("%Y-%m-%dT%H:%M:%S%z %l %v");
    made->flush_on(spdlog::level::info);
    return made;
  }();
  return *instance;
}

}  // namespace

void log_info(std::string_view text) {
  logger().info("{}", clean_line(text));
}
void log_warning(std::string_view text) {
  logger().warn("{}", clean_line(text));
}
void log_error(std::string_view text) {
  logger().error("{}", clean_line(text));
}
void log_failure(std::string_view what, const std::exception& error) noexcept {
  try {
    log_error(std::string(what) + ": " + error.what());
  } catch (const std::exception&) {
  }
}
void log_quietly() {
  logger().set_level(spdlog::level::warn);
}

}  // namespace base
