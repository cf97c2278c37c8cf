#include "platform/png.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace platform_test {
namespace {

namespace fs = std::filesystem;
using platform::Image;

class PngTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "bluelamp-png-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  static std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  int files() const { return static_cast<int>(std::distance(fs::directory_iterator(folder_), {})); }

  fs::path folder_;
};

Image pattern(int width, int height) {
  Image image{width, height, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (const int value : {x * 7, y * 5, x * y, 255})
        image.rgba.push_back(static_cast<std::uint8_t>(value));
    }
  }
  return image;
}

TEST_F(PngTest, WhatIsWrittenIsRead) {
  const Image image = pattern(61, 37);
  ASSERT_TRUE(write_png(folder_ / "a.png", image).ok());
  const auto read = platform::read_png(folder_ / "a.png");
  ASSERT_TRUE(read.ok()) << read.error();
  EXPECT_EQ(read.value(), image);
}

TEST_F(PngTest, TheSamePictureGivesTheSameBytesAndReplacesTheFile) {
  ASSERT_TRUE(write_png(folder_ / "a.png", pattern(40, 40)).ok());
  ASSERT_TRUE(write_png(folder_ / "b.png", pattern(20, 20)).ok());
  ASSERT_TRUE(write_png(folder_ / "b.png", pattern(40, 40)).ok());
  EXPECT_EQ(bytes_of(folder_ / "a.png"), bytes_of(folder_ / "b.png"));
  EXPECT_EQ(files(), 2) << "a temporary file was left";
}

TEST_F(PngTest, FlatPicturesAreSmall) {
  Image image{1920, 1080, std::vector<std::uint8_t>(std::size_t{1920} * 1080 * 4, 255)};
  ASSERT_TRUE(write_png(folder_ / "a.png", image).ok());
  EXPECT_LT(fs::file_size(folder_ / "a.png"), 100'000U);
}

TEST_F(PngTest, AFailureNamesThePathAndTheReasonAndLeavesNothing) {
  const auto nowhere = write_png(folder_ / "none" / "a.png", pattern(4, 4));
  ASSERT_FALSE(nowhere.ok());
  EXPECT_EQ(nowhere.error(), (folder_ / "none" / "a.png").string() + ": No such file or directory");

  fs::create_directory(folder_ / "taken.png");
  const auto taken = write_png(folder_ / "taken.png", pattern(4, 4));
  ASSERT_FALSE(taken.ok());
  EXPECT_NE(taken.error().find("taken.png: Is a directory"), std::string::npos) << taken.error();
  EXPECT_EQ(files(), 1);

  EXPECT_FALSE(write_png(folder_ / "empty.png", Image{}).ok());
  EXPECT_FALSE(write_png(folder_ / "short.png", Image{4, 4, {1, 2, 3}}).ok());
}

TEST_F(PngTest, WhatIsNoPictureIsRefusedInWords) {
  const auto missing = platform::read_png(folder_ / "a.png");
  ASSERT_FALSE(missing.ok());
  EXPECT_NE(missing.error().find("a.png: No such file"), std::string::npos) << missing.error();

  std::ofstream(folder_ / "b.png") << "not a picture at all";
  const auto text = platform::read_png(folder_ / "b.png");
  ASSERT_FALSE(text.ok());
  EXPECT_NE(text.error().find("b.png: not a picture"), std::string::npos) << text.error();

  ASSERT_TRUE(write_png(folder_ / "c.png", pattern(60, 60)).ok());
  const std::string whole = bytes_of(folder_ / "c.png");
  std::ofstream(folder_ / "c.png", std::ios::binary) << whole.substr(0, whole.size() / 2);
  EXPECT_FALSE(platform::read_png(folder_ / "c.png").ok());
}

}  // namespace
}  // namespace platform_test
