#pragma once

#include "app/page/theme.h"

#include <QFont>

// The page's font where no web engine draws it: the reader's own families before the first of page.css.
QFont pageFont(const PageStyle &style);
