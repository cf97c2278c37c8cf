// The connection to a display server as something to sleep on.
#pragma once

struct SDL_Window;

namespace platform {

// The descriptor of the X11 or Wayland connection behind a window; -1 where there is none (KMSDRM).
int display_connection(SDL_Window& window);

}  // namespace platform
