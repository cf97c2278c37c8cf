// A source that says what the test wrote down, and writes down what it was asked.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "feed/source.h"

namespace support {

inline feed::Answer document(std::string body, feed::Validators validators = {}) {
  feed::Answer answer;
  answer.attempt.bytes = body.size();
  answer.body = std::move(body);
  answer.validators = std::move(validators);
  return answer;
}

inline feed::Answer unchanged(feed::Validators validators = {}) {
  feed::Answer answer;
  answer.unchanged = true;
  answer.validators = std::move(validators);
  return answer;
}

inline feed::Answer failure(model::FetchFailure kind, std::string detail = "scripted") {
  feed::Answer answer;
  answer.attempt.failure = kind;
  answer.attempt.detail = std::move(detail);
  return answer;
}

// Shared by the test and the source, which the poller owns.
class Script {
 public:
  using Step = std::function<feed::Answer(const feed::Validators&, const std::stop_token&)>;

  void then(feed::Answer answer) {
    then([answer = std::move(answer)](const auto&, const auto&) { return answer; });
  }
  void then(Step step) {
    const std::lock_guard lock(mutex_);
    steps_.push_back(std::move(step));
  }

  // Forgets the steps and what was asked.
  void restart() {
    const std::lock_guard lock(mutex_);
    steps_.clear();
    asked_.clear();
  }

  // The last step is repeated for ever.
  feed::Answer next(const feed::Validators& last, const std::stop_token& stop) {
    Step step;
    {
      const std::lock_guard lock(mutex_);
      asked_.push_back(last);
      step = steps_.front();
      if (steps_.size() > 1) steps_.pop_front();
    }
    return step(last, stop);
  }

  std::vector<feed::Validators> asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
  }

 private:
  mutable std::mutex mutex_;
  std::deque<Step> steps_;
  std::vector<feed::Validators> asked_;
};

class ScriptedSource final : public feed::Source {
 public:
  explicit ScriptedSource(Script& script) : script_(script) {}

  feed::Answer fetch(const feed::Validators& last, std::stop_token stop) override {
    return script_.next(last, stop);
  }

 private:
  Script& script_;
};

}  // namespace support
