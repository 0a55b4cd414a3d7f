#pragma once

#include <QString>

struct ArticleRow;

// What a screen reader says of a row: Qt::AccessibleTextRole of the models. Without them it would read the
// title alone, and what is drawn beside it (the dot, the star, the count) would be for the eye only.

// "unread, starred, title, author, date": what is not so is left out.
QString spokenArticle(const ArticleRow &article);
// "name, 3 unread", or "name, 12 articles" where all is read.
QString spokenCategory(const QString &name, int unread, int articles);
// "name, 12 articles": of a view that does not count what is unread.
QString spokenView(const QString &name, int articles);
