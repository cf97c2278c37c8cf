// The window on a real X server, Xvfb, with its frame buffer read from outside. Skipped, and says
// so, where Xvfb is not installed.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <SDL.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "platform/glass.h"
#include "platform/offscreen_window.h"
#include "platform/sdl_window.h"
#include "scene.h"

// SDL asks D-Bus to hold the screen saver back; libdbus keeps one kilobyte for the life of the
// process, reachable from nowhere. Nothing of ours can free it.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libdbus-1.so\n";
}

// There only with a leak checker.
extern "C" __attribute__((weak)) void __lsan_disable();
extern "C" __attribute__((weak)) void __lsan_enable();

namespace platform_test {
namespace {

using namespace std::chrono_literals;
using platform::Image;
using platform::Input;
using platform::Pixels;
using platform::Window;
using Clock = std::chrono::steady_clock;

constexpr auto kNever = 10min;
constexpr int kWidth = 640;
constexpr int kHeight = 480;
constexpr Pixels kWhole[] = {{0, 0, kWidth, kHeight}};

// An X server of our own on a display number that it picks itself.
class XServer {
 public:
  XServer() {
    folder_ = (std::filesystem::temp_directory_path() / "bluelamp-x11-XXXXXX").string();
    if (!mkdtemp(folder_.data())) return;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return;
    process_ = fork();
    if (process_ == 0) {
      dup2(ends[1], 9);
      const int nowhere = open("/dev/null", O_WRONLY);
      dup2(nowhere, 2);
      execlp("Xvfb", "Xvfb", "-displayfd", "9", "-screen", "0", "640x480x24", "-nolisten", "tcp",
             "-fbdir", folder_.c_str(), nullptr);
      _exit(127);
    }
    close(ends[1]);
    char digit = 0;
    while (read(ends[0], &digit, 1) == 1 && digit != '\n') number_ += digit;
    close(ends[0]);
  }
  ~XServer() {
    end();
    std::filesystem::remove_all(folder_);
  }
  XServer(const XServer&) = delete;
  XServer& operator=(const XServer&) = delete;

  bool runs() const { return !number_.empty(); }
  std::string display() const { return ":" + number_; }

  void end() {
    if (process_ <= 0) return;
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = -1;
    // Killed, it leaves these behind.
    std::filesystem::remove("/tmp/.X" + number_ + "-lock");
    std::filesystem::remove("/tmp/.X11-unix/X" + number_);
  }

  // What stands on the screen: an XWD file, whose header is 32-bit numbers, the first byte first.
  Image screen() const {
    std::ifstream file(folder_ + "/Xvfb_screen0", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto number = [&bytes](std::size_t index) {
      std::uint32_t value = 0;
      for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes.at(index * 4 + i));
      return value;
    };
    const std::uint32_t header = number(0), width = number(4), height = number(5);
    const std::uint32_t row_bytes = number(12), colours = number(19);
    Image image{static_cast<int>(width), static_cast<int>(height), {}};
    for (std::size_t y = 0; y < height; ++y) {
      for (std::size_t x = 0; x < width; ++x) {
        const char* const pixel = &bytes.at(header + colours * 12 + y * row_bytes + x * 4);
        for (const int channel : {2, 1, 0})
          image.rgba.push_back(static_cast<std::uint8_t>(pixel[channel]));
        image.rgba.push_back(255);
      }
    }
    return image;
  }

 private:
  std::string folder_;
  std::string number_;
  pid_t process_ = -1;
};

class X11Test : public testing::Test {
 protected:
  void SetUp() override {
    if (!server_.runs()) GTEST_SKIP() << "Xvfb is not installed: nothing is tested on X11";
    setenv("SDL_VIDEODRIVER", "x11", 1);
    setenv("DISPLAY", server_.display().c_str(), 1);
  }
  void TearDown() override {
    window_.reset();
    unsetenv("SDL_VIDEODRIVER");
    unsetenv("DISPLAY");
  }

  void open_window(platform::Renderer renderer = platform::Renderer::software) {
    platform::WindowOptions options;
    options.renderer = renderer;
    options.title = "test";
    options.width = 200;
    options.height = 150;
    auto opened = platform::open_window(options, nullptr);
    ASSERT_TRUE(opened.ok()) << opened.error().detail;
    window_ = std::move(opened).value();
    ASSERT_TRUE(window_->set_atlas(scene_.atlas()).ok());
    scene_.list().AddCircleFilled({200, 100}, 70, IM_COL32(200, 100, 50, 255));
    scene_.list().AddText({20, 20}, IM_COL32(255, 255, 255, 255), "Priority 1");
    data_ = &scene_.finish();
  }

  // As the program does: until nothing more has come, everything that was spoiled is painted again.
  void settle() {
    window_->paint(*data_, {10, 20, 30}, kWhole);
    for (;;) {
      const Input input = window_->wait_until(Clock::now() + 100ms);
      if (input == Input{}) return;
      if (input.exposed) window_->paint(*data_, {10, 20, 30}, kWhole);
    }
  }

  XServer server_;
  Scene scene_{kWidth, kHeight};
  const ImDrawData* data_ = nullptr;
  std::unique_ptr<Window> window_;
};

TEST_F(X11Test, TheScreenShowsWhatAnOffscreenWindowShows) {
  open_window();
  settle();
  platform::OffscreenWindow offscreen(kWidth, kHeight);
  ASSERT_TRUE(offscreen.set_atlas(scene_.atlas()).ok());
  offscreen.paint(*data_, {10, 20, 30}, kWhole);
  EXPECT_EQ(window_->area(), kWhole[0]);
  EXPECT_EQ(server_.screen(), offscreen.capture());
  EXPECT_EQ(window_->capture(), offscreen.capture());
}

TEST_F(X11Test, OnlyTheDamageReachesTheScreen) {
  open_window();
  settle();
  const Image before = server_.screen();
  const Pixels damage[] = {{30, 400, 50, 6}};
  window_->paint(*data_, {255, 0, 0}, damage);
  const Image after = server_.screen();
  int changed = 0;
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      const bool inside = x >= 30 && x < 80 && y >= 400 && y < 406;
      changed += inside;
      ASSERT_EQ(rgb_at(after, x, y), inside ? 0xFF0000U : rgb_at(before, x, y)) << x << "," << y;
    }
  }
  EXPECT_EQ(changed, 300);
}

// The greatest difference of a channel: a GPU may round otherwise than the raster.
int difference(const Image& a, const Image& b) {
  if (a.rgba.size() != b.rgba.size()) return 256;
  int greatest = 0;
  for (std::size_t i = 0; i < a.rgba.size(); ++i)
    greatest = std::max(greatest, std::abs(a.rgba[i] - b.rgba[i]));
  return greatest;
}

#ifdef __SANITIZE_THREAD__
constexpr bool kThreadsAreWatched = true;
#else
constexpr bool kThreadsAreWatched = false;
#endif

// LLVM inside Mesa keeps a few hundred bytes after it is unloaded, where no suppression can name
// it: what is allocated while this lives is not checked.
class MesaLeaks {
 public:
  MesaLeaks() {
    if (__lsan_disable) __lsan_disable();
  }
  ~MesaLeaks() {
    if (__lsan_enable) __lsan_enable();
  }
  MesaLeaks(const MesaLeaks&) = delete;
  MesaLeaks& operator=(const MesaLeaks&) = delete;
};

TEST_F(X11Test, AGpuShowsTheSameAndKeepsWhatIsNotDamaged) {
  if (kThreadsAreWatched) GTEST_SKIP() << "Mesa's own threads would be reported";
  const MesaLeaks unchecked;
  open_window(platform::Renderer::gpu);
  if (!window_->is_accelerated()) GTEST_SKIP() << "no OpenGL here: the GPU's path is not tested";
  settle();
  platform::OffscreenWindow offscreen(kWidth, kHeight);
  ASSERT_TRUE(offscreen.set_atlas(scene_.atlas()).ok());
  offscreen.paint(*data_, {10, 20, 30}, kWhole);
  EXPECT_GT(window_->texture_limit(), 0);
  EXPECT_LE(difference(window_->capture(), offscreen.capture()), 2);
  const Pixels damage[] = {{180, 60, 50, 60}};
  for (Window* window : {window_.get(), static_cast<Window*>(&offscreen)})
    window->paint(*data_, {200, 0, 0}, damage);
  EXPECT_LE(difference(window_->capture(), offscreen.capture()), 2);
}

// The way of Wayland and KMSDRM, tried where a display can be had.
TEST_F(X11Test, ATextureShowsTheSame) {
  if (kThreadsAreWatched) GTEST_SKIP() << "Mesa's own threads would be reported";
  const MesaLeaks unchecked;
  ASSERT_EQ(SDL_InitSubSystem(SDL_INIT_VIDEO), 0) << SDL_GetError();
  SDL_Window* const window = SDL_CreateWindow("test", 0, 0, kWidth, kHeight, SDL_WINDOW_BORDERLESS);
  auto glass = platform::make_texture_glass(*window);
  if (glass) {
    scene_.list().AddCircleFilled({200, 100}, 70, IM_COL32(200, 100, 50, 255));
    const ImDrawData& data = scene_.finish();
    const Pixels damage[] = {{180, 60, 50, 60}, {600, 400, 90, 90}};
    platform::OffscreenWindow offscreen(kWidth, kHeight);
    ASSERT_TRUE(offscreen.set_atlas(scene_.atlas()).ok());
    ASSERT_TRUE(glass.value()->set_atlas(scene_.atlas()).ok());
    // The display may take its time to map the window: until then nothing is shown.
    SDL_Event event;
    do {
      ASSERT_EQ(SDL_WaitEvent(&event), 1);
    } while (event.type != SDL_WINDOWEVENT || event.window.event != SDL_WINDOWEVENT_EXPOSED);
    offscreen.paint(data, {10, 20, 30}, kWhole);
    EXPECT_EQ(glass.value()->paint(data, {10, 20, 30}, damage), std::nullopt);
    offscreen.paint(data, {200, 0, 0}, damage);
    EXPECT_EQ(glass.value()->paint(data, {200, 0, 0}, damage), std::nullopt);
    EXPECT_EQ(glass.value()->capture(), offscreen.capture());
    EXPECT_EQ(server_.screen(), offscreen.capture());
    std::move(glass).value().reset();
  }
  const bool tested = glass.ok();
  SDL_DestroyWindow(window);
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
  if (!tested) GTEST_SKIP() << "no OpenGL here: the way by a texture is not tested";
}

// Without a window manager, as on a screen that shows nothing else.
TEST_F(X11Test, FullscreenFillsTheScreenAgainAfterAWindow) {
  open_window();
  settle();
  const Image before = server_.screen();
  window_->toggle_fullscreen();
  settle();
  EXPECT_EQ(window_->area(), (Pixels{0, 0, 200, 150}));
  window_->toggle_fullscreen();
  settle();
  EXPECT_EQ(window_->area(), kWhole[0]);
  EXPECT_EQ(server_.screen(), before);
}

TEST_F(X11Test, AStaticWindowSleepsThroughItsWait) {
  open_window();
  settle();
  rusage before, after;
  getrusage(RUSAGE_THREAD, &before);
  EXPECT_EQ(window_->wait_until(Clock::now() + 300ms), Input{});
  getrusage(RUSAGE_THREAD, &after);
  EXPECT_LE(after.ru_nvcsw - before.ru_nvcsw, 3);
}

TEST_F(X11Test, AnotherThreadEndsTheWait) {
  open_window();
  settle();
  std::jthread other([this] { window_->wake(); });
  EXPECT_TRUE(window_->wait_until(Clock::now() + kNever).woken);
}

TEST_F(X11Test, ADeadServerIsReportedAndEndsNothing) {
  open_window();
  settle();
  server_.end();
  const Input input = window_->wait_until(Clock::now() + kNever);
  ASSERT_TRUE(input.lost.has_value());
  EXPECT_EQ(*input.lost, "the connection to the display server broke");
  window_->paint(*data_, {1, 2, 3}, kWhole);
  window_->toggle_fullscreen();
  EXPECT_TRUE(window_->wait_until(Clock::now() + kNever).lost.has_value());
}

}  // namespace
}  // namespace platform_test
