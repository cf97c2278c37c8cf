#include "view/typesetter.h"

#include <gtest/gtest.h>

namespace view {
namespace {

class Typesetting : public testing::Test {
 protected:
  static std::unique_ptr<Fonts> fonts() {
    auto fonts = Fonts::open({});
    if (!fonts) throw std::runtime_error(fonts.error());
    return std::move(fonts).value();
  }

  std::unique_ptr<Fonts> fonts_ = fonts();
  Metrics metrics_ = make_metrics({}, {1920, 1080}, 0.727f);
  Typesetter type_{*fonts_, metrics_};
};

constexpr Type kBody{Role::body};

TEST_F(Typesetting, a_text_that_fits_is_left_alone) {
  EXPECT_EQ(type_.fit("Burglary", kBody, type_.width("Burglary", kBody) + 0.5f), "Burglary");
  EXPECT_EQ(type_.fit("", kBody, 100), "");
}

TEST_F(Typesetting, a_text_that_does_not_fit_ends_in_an_ellipsis_inside_its_width) {
  std::string text = "Connectivity and Engagement";
  for (float room = 0; room < type_.width(text, kBody); room += 7) {
    std::string fitting = type_.fit(text, kBody, room);
    EXPECT_LE(type_.width(fitting, kBody), room);
    if (!fitting.empty()) {
      EXPECT_TRUE(fitting.ends_with("…")) << fitting;
      EXPECT_FALSE(fitting.ends_with(" …")) << fitting;
    }
  }
}

TEST_F(Typesetting, a_cut_never_splits_a_letter_from_what_hangs_on_it) {
  std::string text = "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301";
  for (float room = 0; room < type_.width(text, kBody); room += 3) {
    std::string fitting = type_.fit(text, kBody, room);
    if (fitting.empty()) continue;
    std::string kept = fitting.substr(0, fitting.size() - std::string("…").size());
    EXPECT_EQ(kept.size() % std::string("e\u0301").size(), 0u) << fitting;
  }
}

TEST_F(Typesetting, lines_break_at_spaces) {
  float room = type_.width("Victims told us", kBody) + 1;
  EXPECT_EQ(type_.wrap("Victims told us what helps", kBody, room, 5),
            (std::vector<std::string>{"Victims told us", "what helps"}));
}

TEST_F(Typesetting, a_word_longer_than_the_line_breaks_anywhere) {
  float room = type_.width("mmmm", kBody) + 1;
  EXPECT_EQ(type_.wrap("mmmmmmmmmm", kBody, room, 5),
            (std::vector<std::string>{"mmmm", "mmmm", "mm"}));
  EXPECT_EQ(type_.wrap("mm", kBody, 1, 5), (std::vector<std::string>{"m", "m"}));
}

TEST_F(Typesetting, the_last_line_says_that_there_is_more) {
  float room = type_.width("Victims told us", kBody) + 1;
  auto lines = type_.wrap("Victims told us what helps and what does not", kBody, room, 2);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_TRUE(lines[1].ends_with("…")) << lines[1];
  EXPECT_LE(type_.width(lines[1], kBody), room);
}

TEST_F(Typesetting, tabular_digits_share_one_width) {
  Type columns{Role::body, Weight::regular, Digits::tabular};
  EXPECT_EQ(type_.width("11:11", columns), type_.width("08:08", columns));
  EXPECT_LT(type_.width("11:11", kBody), type_.width("08:08", kBody));
}

TEST_F(Typesetting, one_size_serves_all_texts) {
  std::vector<std::string> texts = {"ASB", "999 answered in 10 s"};
  auto roles = {Role::title, Role::body, Role::foot};
  auto width_in = [&](Role role) { return type_.width(texts[1], {role, Weight::semibold}); };
  EXPECT_EQ(type_.largest(texts, Weight::semibold, width_in(Role::title) + 1, roles), Role::title);
  EXPECT_EQ(type_.largest(texts, Weight::semibold, width_in(Role::body) + 1, roles), Role::body);
  EXPECT_EQ(type_.largest(texts, Weight::semibold, 10, roles), Role::foot);
}

TEST_F(Typesetting, letters_that_the_font_lacks_take_the_room_of_their_box) {
  EXPECT_NEAR(type_.width("😀", kBody), kTofuAdvance * 43, 0.1);
  EXPECT_EQ(type_.width("\u200D\uFE0F", kBody), 0);
}

}  // namespace
}  // namespace view
