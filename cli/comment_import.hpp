#pragma once

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "themata/study/comments.hpp"

namespace themata::cli {

/// Shows what the comments of a file would become: a table (which `--format` and `--output` direct,
/// if the command has them), and as notices what cannot be placed. With `yes` it is then done.
void import_comments(Context& context, const Arguments& arguments, study::Project& project,
                     const study::CommentRequest& request, bool yes);

/// The options `--near`, `--ignore-authors` and `--yes`, and what they say.
std::vector<Option> comment_options();
study::CommentRequest comment_request(const Arguments& arguments, const std::string& as);

}  // namespace themata::cli
