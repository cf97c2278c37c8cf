#include "view/stage.h"

#include <imgui.h>

#include <algorithm>

#include "base/log.h"
#include "view/notice.h"

namespace view {
namespace {

// Glyphs can lack once, for a text that no plan announced ("Paused"), and once more where the
// atlas had to be made with thrift.
constexpr int kMostRounds = 3;

// Pages whose letters are collected ahead. Those of a board with more come when they are shown: a
// feed of thousands of rows must not hold the glass when it arrives.
constexpr int kMostPagesAhead = 40;

// All but the ages at the foot, which are new each minute and bring digits at most.
bool say_the_same(const std::vector<present::Slide>& left,
                  const std::vector<present::Slide>& right) {
  return std::ranges::equal(left, right, [](const present::Slide& a, const present::Slide& b) {
    return a.id == b.id && a.badge == b.badge && a.title == b.title && a.subtitle == b.subtitle &&
           a.period == b.period && a.marking == b.marking &&
           a.marking_in_header == b.marking_in_header && a.content == b.content;
  });
}

}  // namespace

base::Result<std::unique_ptr<Stage>, std::string> Stage::create(const settings::Settings& settings,
                                                                settings::PixelSize size,
                                                                int texture_limit) {
  auto fonts = Fonts::open(settings.fonts);
  if (!fonts) return base::Failure{fonts.error()};
  return std::unique_ptr<Stage>(new Stage(settings, size, texture_limit, std::move(fonts).value()));
}

Stage::Stage(const settings::Settings& settings, settings::PixelSize size, int texture_limit,
             std::unique_ptr<Fonts> fonts)
    : screen_(settings.screen),
      fonts_(std::move(fonts)),
      metrics_(make_metrics(screen_, size, fonts_->face(Weight::regular).cap_height())),
      texture_limit_(texture_limit),
      theme_(theme_of(screen_.theme)),
      typesetter_(*fonts_, metrics_),
      regions_(*fonts_, metrics_) {
  context_ = ImGui::CreateContext(&no_atlas_);
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  ImGui::GetStyle().CircleTessellationMaxError = 0.1f;
  ImGui::GetStyle().CurveTessellationTol = 0.5f;
}

Stage::~Stage() {
  ImGui::DestroyContext(context_);
}

base::Result<std::monostate, std::string> Stage::resize(settings::PixelSize size,
                                                        int texture_limit) {
  metrics_ = make_metrics(screen_, size, fonts_->face(Weight::regular).cap_height());
  texture_limit_ = texture_limit;
  regions_.forget();
  return collect_glyphs();
}

base::Result<std::monostate, std::string> Stage::set_plan(present::Plan plan) {
  const bool pages_stay = say_the_same(plan.slides, plan_.slides) &&
                          plan.contacts == plan_.contacts && plan.notice == plan_.notice;
  plan_ = std::move(plan);
  if (pages_stay) return std::monostate{};
  return collect_glyphs();
}

// Walks through the pages once without drawing, so that the atlas is made once for all of them.
base::Result<std::monostate, std::string> Stage::collect_glyphs() {
  fonts_->forget_wanted();
  pages_.clear();
  for (const auto& slide : plan_.slides) pages_.push_back(count_pages(slide));
  int walked = 0;
  for (std::size_t slide = 0; slide < plan_.slides.size(); ++slide) {
    for (int page = 0; page < pages_[slide] && walked < kMostPagesAhead; ++page, ++walked) {
      regions_.begin(Drawing::noting);
      draw_slide({.position = {slide, page}});
    }
  }
  if (plan_.notice && !plan_.slides.empty()) {
    regions_.begin(Drawing::noting);
    draw_notice_over(plan_.slides.front());
  }
  if (fonts_->is_complete() && fonts_->atlas()) return std::monostate{};
  return make_atlas();
}

base::Result<std::monostate, std::string> Stage::make_atlas() {
  auto made = fonts_->rebuild(texture_limit_);
  if (made) regions_.forget();
  return made;
}

Layout Stage::layout_of(const present::Slide& slide, const Furniture& furniture,
                        Regions* regions) const {
  return {metrics_, theme_, typesetter_, furniture.content, furniture.aside, slide.period, regions};
}

int Stage::count_pages(const present::Slide& slide) const {
  auto pages_with = [&](int pages) {
    Furniture furniture = furnish(slide, plan_.contacts, pages, metrics_, typesetter_);
    return view::count_pages(slide.content, layout_of(slide, furniture, nullptr));
  };
  int pages = pages_with(1);
  // The line with the page dots takes room from the content of a slide without subtitle.
  return pages > 1 ? std::max(2, pages_with(pages)) : 1;
}

void Stage::draw_slide(const Showing& showing) {
  const present::Slide& slide = plan_.slides[showing.position.slide];
  int pages = pages_[showing.position.slide];
  Furniture furniture = furnish(slide, plan_.contacts, pages, metrics_, typesetter_);
  Layout layout = layout_of(slide, furniture, &regions_);
  draw_chrome(plan_,
              {.position = showing.position,
               .slides = plan_.slides.size(),
               .pages = pages,
               .progress = showing.progress,
               .paused = showing.paused},
              furniture, layout);
  view::draw_content(slide.content, showing.position.page, layout);
}

void Stage::draw_notice_over(const present::Slide& slide) {
  Furniture furniture = furnish(slide, plan_.contacts, 1, metrics_, typesetter_);
  Layout layout = layout_of(slide, furniture, &regions_);
  draw_notice({*plan_.notice, plan_.clock, slide.marking}, furniture, layout);
}

// A full notice hides the slide, which goes on beneath it unseen: then nothing of it is drawn.
void Stage::draw_all(const Showing& showing) {
  const auto& notice = plan_.notice;
  if (!notice || notice->style != model::Notice::Style::full) draw_slide(showing);
  if (notice) draw_notice_over(plan_.slides[showing.position.slide]);
}

Frame Stage::build(const Showing& wanted) {
  ImGui::SetCurrentContext(context_);
  Showing showing = wanted;
  if (!plan_.slides.empty()) {
    auto& position = showing.position;
    position.slide = std::min(position.slide, plan_.slides.size() - 1);
    position.page = std::clamp(position.page, 0, pages_[position.slide] - 1);
  }
  if (!fonts_->atlas()) {
    if (auto made = make_atlas(); !made) base::log_error(made.error());
  }
  regions_.begin(Drawing::noting);  // nothing stands in them if there is no atlas
  for (int round = 1; round <= kMostRounds; ++round) {
    if (!fonts_->atlas()) break;
    ImGuiIO& io = ImGui::GetIO();
    io.Fonts = fonts_->atlas();
    io.DisplaySize = {static_cast<float>(metrics_.width), static_cast<float>(metrics_.height)};
    io.DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
    regions_.begin(Drawing::real);
    if (!plan_.slides.empty()) draw_all(showing);
    ImGui::EndFrame();
    if (fonts_->is_complete() || round == kMostRounds) break;
    if (auto made = make_atlas(); !made) {
      base::log_error(made.error());
      break;
    }
  }
  auto damage = regions_.finish(showing.opacity);
  return {&regions_.data(), std::move(damage)};
}

Atlas Stage::atlas() const {
  ImFontAtlas* atlas = fonts_->atlas();
  if (!atlas) return {};
  return {atlas->TexWidth, atlas->TexHeight, atlas->TexPixelsAlpha8, fonts_->generation()};
}

}  // namespace view
