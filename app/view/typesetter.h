// How wide a text is and how much of it fits, in design pixels. Needs no atlas.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "view/fonts.h"
#include "view/metrics.h"

namespace view {

// In columns all digits share the advance of 0.
enum class Digits { own_width, tabular };

struct Type {
  Role role = Role::body;
  Weight weight = Weight::regular;
  Digits digits = Digits::own_width;
};

// A code point that hangs on the one before it: nothing is cut in front of it.
bool is_attached(char32_t code_point);

// Joiners and selectors: they shape their neighbours and have no look of their own.
bool is_invisible(char32_t code_point);

class Typesetter {
 public:
  Typesetter(const Fonts& fonts, const Metrics& metrics) : fonts_(fonts), metrics_(metrics) {}

  float width(std::string_view text, Type type) const;
  float advance(char32_t code_point, Type type) const;

  // The text itself if it fits, else its beginning and an ellipsis; nothing if not even that fits.
  std::string fit(std::string_view text, Type type, float width) const;

  // At most `most_lines` lines, broken at spaces, a long word anywhere; the last ends in an
  // ellipsis if text remains.
  std::vector<std::string> wrap(std::string_view text, Type type, float width,
                                int most_lines) const;

  // Lines that the text needs, without a limit.
  int line_count(std::string_view text, Type type, float width) const;

  // The first role, largest first, in which the text fits; the last if none does.
  Role largest(std::string_view text, Weight weight, float width,
               std::initializer_list<Role> roles) const;
  // The same for many texts that are to share one size.
  Role largest(std::span<const std::string> texts, Weight weight, float width,
               std::initializer_list<Role> roles) const;

 private:
  size_t first_that_do_not_fit(std::string_view text, Type type, float width) const;

  const Fonts& fonts_;
  const Metrics& metrics_;
};

}  // namespace view
