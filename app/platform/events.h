// What SDL reports, in the terms of Input.
#pragma once

#include "platform/window.h"

union SDL_Event;

namespace platform {

// Adds the event to `input`; most mean nothing to us. Space pauses, Left and Right go to the
// neighbours, Home to the first, F and F11 toggle fullscreen. Only with `keys_leave` Esc and Q
// leave and the window manager may close us (Alt-F4 is a key too); a repeat of a key held down is
// nothing, and nor is a key with Ctrl, Alt or the window key.
void take_event(const SDL_Event& event, bool keys_leave, Input& input);

}  // namespace platform
