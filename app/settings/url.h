// What a site engineer must hear about a URL. How it is taken apart is base/url.h's business: two
// readers of one URL that disagree are how tokens end up at the wrong host.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace settings {

// What was expected where `text` is no address for a feed: absolute, http:// or https://, with a
// host, without user, password or fragment. Nothing if it is one.
std::optional<std::string> refuse_url(std::string_view text);

// https, or to this machine under a name that cannot mean another: nobody on the way can listen.
// False for what refuse_url refuses.
bool keeps_secrets(std::string_view url);

bool is_https(std::string_view url);

// For people and logs: user and password, where somebody put them, become an ellipsis.
std::string without_credentials(std::string_view url);

}  // namespace settings
