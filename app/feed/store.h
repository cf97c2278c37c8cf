// The last good document of each feed, on disk.
//
// Survives power cuts: written only when it changed, to a temporary file, fsync, rename, fsync of
// the folder; checked by a checksum when read. A torn file is put aside under another name. Without
// any disk the board runs all the same.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "feed/source.h"
#include "model/board.h"

namespace feed {

struct Stored {
  std::string body;
  Validators validators;
  std::optional<model::Timestamp> fetched_at;
};

struct StoreError {
  std::string detail;  // "/var/lib/bluelamp: No space left on device"
};

class Store {
 public:
  // An empty folder keeps nothing. The folder is made when first needed.
  explicit Store(std::filesystem::path folder);

  // Nothing if there is none or it is damaged; damage is logged and the file put aside. Removes
  // what an interrupted save left behind.
  std::optional<Stored> load(const model::Id& feed) const;

  // Replaces the whole document.
  base::Result<std::monostate, StoreError> save(const model::Id& feed, const Stored& stored) const;

  // The document is unchanged and current as of now: a small file beside it, at most every
  // fifteen minutes, to spare the card.
  base::Result<std::monostate, StoreError> touch(const model::Id& feed, model::Timestamp fetched_at,
                                                 const Validators& validators) const;

 private:
  std::filesystem::path document(const model::Id& feed) const;
  std::filesystem::path note(const model::Id& feed) const;

  std::filesystem::path folder_;
};

}  // namespace feed
