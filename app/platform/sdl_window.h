// A window on a real display: X11, Wayland, or the bare screen (KMSDRM).
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "platform/signals.h"
#include "platform/window.h"

namespace platform {

enum class Renderer { software, gpu };

struct WindowOptions {
  std::string title;
  bool fullscreen = true;  // the desktop's size; the display's mode is left alone
  int width = 1920;        // of the window where it is not fullscreen
  int height = 1080;
  Renderer renderer = Renderer::software;  // gpu falls back to software, with a line in the log
  // Whether Esc, Q and the window manager's close (Alt-F4) end the program. Where they do not, as
  // at a public counter, SIGINT and SIGTERM still do.
  bool keys_leave = true;
};

enum class WindowErrorKind {
  no_display,  // nothing to show a window on: may come later, worth another try
  refused,     // there is a display, and it took no window
};

struct WindowError {
  WindowErrorKind kind = WindowErrorKind::no_display;
  std::string detail;
};

// Main thread; one window at a time. Hides the mouse cursor and keeps the screen saver away.
// `signals` is borrowed for the window's life; null where no signal is to end a wait.
base::Result<std::unique_ptr<Window>, WindowError> open_window(const WindowOptions& options,
                                                               const Signals* signals);

}  // namespace platform
