#include "platform/display_connection.h"

#include <dlfcn.h>
#include <SDL.h>
#include <SDL_syswm.h>

namespace platform {
namespace {

// SDL has loaded the client library already; asking for the function by name saves the program a
// dependency on both of them.
int ask(const char* library, const char* function, void* connection) {
  void* const loaded = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  if (!loaded) return -1;
  const auto descriptor = reinterpret_cast<int (*)(void*)>(dlsym(loaded, function));
  const int answer = descriptor ? descriptor(connection) : -1;
  dlclose(loaded);
  return answer;
}

}  // namespace

int display_connection(SDL_Window& window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (!SDL_GetWindowWMInfo(&window, &info)) return -1;
#ifdef SDL_VIDEO_DRIVER_X11
  if (info.subsystem == SDL_SYSWM_X11)
    return ask("libX11.so.6", "XConnectionNumber", info.info.x11.display);
#endif
#ifdef SDL_VIDEO_DRIVER_WAYLAND
  if (info.subsystem == SDL_SYSWM_WAYLAND)
    return ask("libwayland-client.so.0", "wl_display_get_fd", info.info.wl.display);
#endif
  return -1;
}

}  // namespace platform
