#include "view/fonts.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/temporary_folder.h"

namespace view {
namespace {

std::unique_ptr<Fonts> open_fonts() {
  auto fonts = Fonts::open({});
  if (!fonts) throw std::runtime_error(fonts.error());
  return std::move(fonts).value();
}

void want(Fonts& fonts, int em, Charset charset, std::u32string_view text) {
  for (char32_t code_point : text) fonts.glyph(em, Weight::semibold, charset, code_point);
}

TEST(FontFiles, missing_ones_are_named_with_the_package_that_brings_them) {
  support::TemporaryFolder folder;
  std::vector<std::filesystem::path> folders = {folder.path()};
  auto found = find_fonts({}, folders);
  ASSERT_FALSE(found);
  EXPECT_NE(found.error().find("fonts-inter"), std::string::npos) << found.error();
  for (const char* name : {"Inter-Regular.otf", "Inter-Regular.ttf"}) {
    std::string tried = (folder.path() / name).string();
    EXPECT_NE(found.error().find(tried), std::string::npos) << found.error();
  }
}

TEST(FontFiles, the_second_weight_is_missed_too) {
  support::TemporaryFolder folder;
  std::ofstream(folder.path() / "Inter-Regular.ttf") << "x";
  std::vector<std::filesystem::path> folders = {folder.path()};
  auto found = find_fonts({}, folders);
  ASSERT_FALSE(found);
  EXPECT_NE(found.error().find("Inter-SemiBold"), std::string::npos) << found.error();
}

TEST(FontFiles, settings_name_others) {
  auto found = find_fonts({.regular = "/a/b.otf", .semibold = "/a/c.otf"}, {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found.value().regular, "/a/b.otf");
  EXPECT_EQ(found.value().semibold, "/a/c.otf");
}

TEST(FontFiles, what_is_no_font_is_refused_in_words) {
  support::TemporaryFolder folder;
  auto file = folder.path() / "broken.otf";
  for (const char* content : {"", "not a font", "OTTO\0\0\0\0"}) {
    std::ofstream(file) << content;
    auto fonts = Fonts::open({.regular = file, .semibold = file});
    ASSERT_FALSE(fonts) << content;
    EXPECT_NE(fonts.error().find(file.string()), std::string::npos) << fonts.error();
  }
  auto gone = Fonts::open({.regular = folder.path() / "gone.otf", .semibold = file});
  ASSERT_FALSE(gone);
  EXPECT_NE(gone.error().find("gone.otf"), std::string::npos) << gone.error();
}

TEST(Fonts, a_glyph_comes_on_demand) {
  auto fonts = open_fonts();
  EXPECT_EQ(fonts->glyph(32, Weight::regular, Charset::letters, U'ő').image, nullptr);
  EXPECT_FALSE(fonts->is_complete());
  ASSERT_TRUE(fonts->rebuild(0));
  EXPECT_TRUE(fonts->is_complete());
  EXPECT_EQ(fonts->generation(), 1u);
  EXPECT_NE(fonts->glyph(32, Weight::regular, Charset::letters, U'ő').image, nullptr);
  EXPECT_TRUE(fonts->is_complete());
}

TEST(Fonts, text_brings_its_neighbours_so_that_the_next_word_is_there) {
  auto fonts = open_fonts();
  want(*fonts, 32, Charset::text, U"A");
  want(*fonts, 120, Charset::figures, U"1");
  ASSERT_TRUE(fonts->rebuild(0));
  want(*fonts, 32, Charset::text, U"Größe 99% – ≥ …");
  want(*fonts, 120, Charset::figures, U"£2,345.67−");
  EXPECT_TRUE(fonts->is_complete());
  want(*fonts, 120, Charset::figures, U"T");
  EXPECT_FALSE(fonts->is_complete());
}

TEST(Fonts, a_letter_that_the_font_lacks_is_not_waited_for) {
  auto fonts = open_fonts();
  want(*fonts, 32, Charset::text, U"😀\u4E2D");
  EXPECT_TRUE(fonts->is_complete());
}

TEST(Fonts, no_side_is_over_the_limit_of_the_driver) {
  auto fonts = open_fonts();
  for (int em : {64, 86, 116}) want(*fonts, em, Charset::text, U"The quick brown fox");
  want(*fonts, 240, Charset::figures, U"1,441");
  for (int limit : {2048, 1500}) {
    ASSERT_TRUE(fonts->rebuild(limit)) << limit;
    EXPECT_LE(fonts->atlas()->TexWidth, limit);
    EXPECT_LE(fonts->atlas()->TexHeight, limit);
    EXPECT_TRUE(fonts->is_complete());
    EXPECT_NE(fonts->glyph(240, Weight::semibold, Charset::figures, U'4').image, nullptr);
  }
}

TEST(Fonts, what_does_not_fit_into_the_limit_is_said_and_the_old_atlas_stays) {
  auto fonts = open_fonts();
  want(*fonts, 32, Charset::letters, U"R");
  ASSERT_TRUE(fonts->rebuild(256));
  for (int em : {64, 86, 116, 240}) want(*fonts, em, Charset::text, U"The quick brown fox jumps");
  auto failed = fonts->rebuild(256);
  ASSERT_FALSE(failed);
  EXPECT_NE(failed.error().find("256"), std::string::npos) << failed.error();
  EXPECT_NE(fonts->glyph(32, Weight::semibold, Charset::letters, U'R').image, nullptr);
  EXPECT_EQ(fonts->generation(), 1u);
}

// A larger one would be written past the end of a buffer inside ImGui.
TEST(Fonts, no_glyph_is_larger_than_imgui_can_hold) {
  auto fonts = open_fonts();
  for (int em : {240, 336, 500, 900}) want(*fonts, em, Charset::figures, U"W@m%…1");
  ASSERT_TRUE(fonts->rebuild(0));
  for (const ImFont* font : fonts->atlas()->Fonts) {
    for (const ImFontGlyph& glyph : font->Glyphs) {
      EXPECT_LE((glyph.X1 - glyph.X0) * (glyph.Y1 - glyph.Y0) * 4, 256 * 1024);
    }
  }
  Glyph small = fonts->glyph(240, Weight::semibold, Charset::figures, U'1');
  Glyph large = fonts->glyph(900, Weight::semibold, Charset::figures, U'1');
  ASSERT_NE(large.image, nullptr);
  float ratio = (large.image->Y1 - large.image->Y0) * large.stretch /
                ((small.image->Y1 - small.image->Y0) * small.stretch);
  EXPECT_NEAR(ratio, 900.0 / 240, 0.1);
}

}  // namespace
}  // namespace view
