#include "platform/sdl_start.h"

#include <SDL.h>

#include <cstdlib>
#include <filesystem>

namespace platform {
namespace {

constexpr int kCards = 10;
constexpr const char* kCardVariable = "SDL_KMSDRM_DEVICE_INDEX";
constexpr const char* kDriverVariable = "SDL_VIDEODRIVER";

bool is_for_tests(const std::string& driver) {
  return driver == "offscreen" || driver == "dummy" || driver == "evdev";
}

}  // namespace

base::Result<std::unique_ptr<Video>, std::string> Video::start(int attempt) {
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  // Set only for a further attempt: a person's own choice stands in the environment and wins.
  if (attempt > 0) SDL_SetHint(SDL_HINT_KMSDRM_DEVICE_INDEX, std::to_string(attempt - 1).c_str());
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return base::Failure{std::string(SDL_GetError())};
  std::unique_ptr<Video> video(new Video(SDL_GetCurrentVideoDriver()));
  // SDL 2.26 may fall back to a driver that shows nothing at all; better to say so.
  if (is_for_tests(video->driver()) && !std::getenv(kDriverVariable))
    return base::Failure{std::string("no X11, Wayland or KMSDRM display")};
  // Where memory is shared with the display, SDL would still load Mesa to copy pictures there:
  // 107 MB of memory instead of 36.
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, video->shares_memory() ? "0" : nullptr);
  // Elsewhere SDL's first choice would be desktop GL, which shows black through llvmpipe under a
  // compositor without a GPU (seen with SDL 2.26 and cage); OpenGL ES 2 is right there, and it is
  // what small boards have.
  SDL_SetHint(SDL_HINT_RENDER_DRIVER, video->shares_memory() ? nullptr : "opengles2");
  return video;
}

bool Video::may_try_again(int attempt) {
  if (attempt >= kCards || std::getenv(kCardVariable)) return false;
  for (int card = attempt; card < kCards; ++card) {
    if (std::filesystem::exists("/dev/dri/card" + std::to_string(card))) return true;
  }
  return false;
}

Video::~Video() {
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

}  // namespace platform
