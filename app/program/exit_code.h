// How the program ends, for supervisors and scripts. From 64 on the numbers of sysexits.h.
#pragma once

namespace program {

enum class ExitCode {
  ok = 0,
  warnings = 1,  // check --strict
  errors = 2,    // check; analyse: the file is not as it must be
  usage = 64,
  no_input = 66,      // a file that the start needs cannot be read: the settings or a font; it may
                      // come yet
  no_display = 69,    // ended while still waiting for one, or it was lost for good
  internal = 70,      // a broken promise of our own code
  cannot_write = 73,  // render: the folder or a picture
  settings = 78,      // they are wrong: trying again changes nothing
  start_again = 256,  // never the program's own: run() asks to be started anew, with new settings
};

}  // namespace program
