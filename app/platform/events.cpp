#include "platform/events.h"

#include <SDL.h>

namespace platform {
namespace {

std::optional<Key> key_of(const SDL_Keysym& pressed, bool keys_leave) {
  if (pressed.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) return std::nullopt;
  switch (pressed.sym) {
    case SDLK_SPACE:
      return Key::pause;
    case SDLK_LEFT:
      return Key::previous;
    case SDLK_RIGHT:
      return Key::next;
    case SDLK_HOME:
      return Key::first;
    case SDLK_f:
    case SDLK_F11:
      return Key::toggle_fullscreen;
    case SDLK_ESCAPE:
    case SDLK_q:
      return keys_leave ? std::optional(Key::leave) : std::nullopt;
    default:
      return std::nullopt;
  }
}

void take_window_event(Uint8 what, Input& input) {
  switch (what) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
      input.resized = true;
      input.exposed = true;
      break;
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_EXPOSED:
      input.exposed = true;
      break;
    default:
      break;
  }
}

}  // namespace

void take_event(const SDL_Event& event, bool keys_leave, Input& input) {
  switch (event.type) {
    case SDL_KEYDOWN:
      if (event.key.repeat == 0) {
        if (const auto key = key_of(event.key.keysym, keys_leave)) input.keys.push_back(*key);
      }
      break;
    case SDL_WINDOWEVENT:
      take_window_event(event.window.event, input);
      break;
    case SDL_RENDER_TARGETS_RESET:
      input.exposed = true;
      break;
    case SDL_RENDER_DEVICE_RESET:
      input.lost = "the graphics device was reset";
      break;
    case SDL_QUIT:
      if (keys_leave) input.quit = true;
      break;
    default:
      break;
  }
}

}  // namespace platform
