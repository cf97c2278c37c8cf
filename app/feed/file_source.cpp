#include "feed/file_source.h"

#include <chrono>
#include <utility>

#include "feed/read_file.h"

namespace feed {

FileSource::FileSource(std::filesystem::path file, std::uint64_t max_bytes)
    : file_(std::move(file)), max_bytes_(max_bytes) {}

Answer FileSource::fetch(const Validators& last, std::stop_token) {
  const auto start = std::chrono::steady_clock::now();
  Answer answer;
  const auto identity = file_identity(file_);
  if (identity && !last.etag.empty() && identity.value() == last.etag) {
    answer.unchanged = true;
    answer.validators = last;
    return answer;
  }
  auto contents = read_file(file_, max_bytes_);
  if (contents) {
    answer.body = std::move(contents.value().bytes);
    answer.validators.etag = std::move(contents.value().identity);
    answer.attempt.bytes = answer.body.size();
  } else {
    answer.attempt.failure = contents.error().kind == FileError::Kind::too_large
                                 ? model::FetchFailure::too_large
                                 : model::FetchFailure::file;
    answer.attempt.detail = contents.error().detail;
  }
  answer.attempt.took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - start);
  return answer;
}

}  // namespace feed
