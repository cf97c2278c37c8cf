#include "view/typeface.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

#include <array>
#include <fstream>
#include <optional>
#include <unordered_map>
#include <vector>

namespace view {
namespace {

constexpr size_t kLargestFile = 32u << 20;
constexpr size_t kMostCached = 4096;

const std::array<std::filesystem::path, 4> kFolders = {
    "/usr/share/fonts/opentype/inter",
    "/usr/share/fonts/truetype/inter",
    "/usr/local/share/fonts/opentype/inter",
    "/usr/local/share/fonts/truetype/inter",
};

std::string find(const std::string& stem, std::span<const std::filesystem::path> folders,
                 std::filesystem::path& found) {
  std::string tried;
  for (const auto& folder : folders) {
    for (const char* ending : {".otf", ".ttf"}) {
      auto path = folder / (stem + ending);
      std::error_code error;
      if (std::filesystem::is_regular_file(path, error)) {
        found = path;
        return {};
      }
      tried += (tried.empty() ? "" : ", ") + path.string();
    }
  }
  return tried;
}

}  // namespace

std::span<const std::filesystem::path> font_folders() {
  return kFolders;
}

base::Result<FontFiles, std::string> find_fonts(const settings::Fonts& fonts,
                                                std::span<const std::filesystem::path> folders) {
  FontFiles files{fonts.regular, fonts.semibold};
  for (auto [stem, file] :
       {std::pair{"Inter-Regular", &files.regular}, std::pair{"Inter-SemiBold", &files.semibold}}) {
    if (!file->empty()) continue;
    if (auto tried = find(stem, folders, *file); file->empty()) {
      return base::Failure{
          std::string("font ") + stem +
          " not found; install the package fonts-inter or name a file under /fonts of the "
          "settings; tried " +
          (tried.empty() ? "no folder" : tried)};
    }
  }
  return files;
}

struct Typeface::Face {
  std::vector<std::byte> bytes;
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  float cap_height = 0;
  std::unordered_map<char32_t, float> advances;

  ~Face() {
    if (face) FT_Done_Face(face);
    if (library) FT_Done_FreeType(library);
  }

  float in_em(long units) const {
    return static_cast<float>(units) / static_cast<float>(face->units_per_EM);
  }

  // The table of the font if it has one, else the height of its H.
  std::optional<float> read_cap_height() const {
    const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
    if (os2 && os2->version >= 2 && os2->version != 0xFFFF && os2->sCapHeight > 0) {
      return in_em(os2->sCapHeight);
    }
    if (FT_Load_Char(face, 'H', FT_LOAD_NO_SCALE) != 0) return std::nullopt;
    long height = face->glyph->metrics.horiBearingY;
    return height > 0 ? std::optional(in_em(height)) : std::nullopt;
  }
};

base::Result<std::unique_ptr<Typeface>, std::string> Typeface::open(
    const std::filesystem::path& file) {
  auto face = std::make_unique<Face>();
  std::ifstream stream(file, std::ios::binary | std::ios::ate);
  auto length = stream ? static_cast<std::streamoff>(stream.tellg()) : -1;
  if (length <= 0 || static_cast<size_t>(length) > kLargestFile) {
    return base::Failure{"font file " + file.string() + " cannot be read"};
  }
  face->bytes.resize(static_cast<size_t>(length));
  stream.seekg(0);
  stream.read(reinterpret_cast<char*>(face->bytes.data()), length);
  bool usable =
      stream.gcount() == length && FT_Init_FreeType(&face->library) == 0 &&
      FT_New_Memory_Face(face->library, reinterpret_cast<const FT_Byte*>(face->bytes.data()),
                         static_cast<FT_Long>(length), 0, &face->face) == 0 &&
      FT_IS_SCALABLE(face->face) && FT_Select_Charmap(face->face, FT_ENCODING_UNICODE) == 0;
  auto cap_height = usable ? face->read_cap_height() : std::nullopt;
  if (!cap_height) {
    return base::Failure{"font file " + file.string() +
                         " is not a scalable font with Latin letters"};
  }
  face->cap_height = *cap_height;
  return std::unique_ptr<Typeface>(new Typeface(std::move(face)));
}

Typeface::Typeface(std::unique_ptr<Face> face) : face_(std::move(face)) {}

Typeface::~Typeface() = default;

std::span<const std::byte> Typeface::bytes() const {
  return face_->bytes;
}

float Typeface::cap_height() const {
  return face_->cap_height;
}

float Typeface::line_height() const {
  return face_->in_em(face_->face->ascender - face_->face->descender);
}

bool Typeface::has(char32_t code_point) const {
  // The atlas names glyphs by 16 bits; what lies beyond is as good as absent.
  return code_point <= 0xFFFF && FT_Get_Char_Index(face_->face, code_point) != 0;
}

Extent Typeface::extent(char32_t code_point) const {
  if (!has(code_point) || FT_Load_Char(face_->face, code_point, FT_LOAD_NO_SCALE) != 0) return {};
  const auto& metrics = face_->face->glyph->metrics;
  return {face_->in_em(metrics.width), face_->in_em(metrics.height)};
}

float Typeface::advance(char32_t code_point) const {
  auto known = face_->advances.find(code_point);
  if (known != face_->advances.end()) return known->second;
  float advance = kTofuAdvance;
  if (has(code_point) && FT_Load_Char(face_->face, code_point, FT_LOAD_NO_SCALE) == 0) {
    advance = face_->in_em(face_->face->glyph->metrics.horiAdvance);
  }
  if (face_->advances.size() >= kMostCached) face_->advances.clear();
  face_->advances.emplace(code_point, advance);
  return advance;
}

}  // namespace view
