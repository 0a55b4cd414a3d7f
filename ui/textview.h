#pragma once

#include "app/page/theme.h"

#include <QPlainTextEdit>

// An article's text without the web engine: where the engine failed, the words are still there.
class TextView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextView(QWidget *parent = nullptr);

    // `notice` says why the page is not shown.
    void showText(const QString &title, const QString &notice, const QString &text);
    void setPageStyle(const PageStyle &style);
    double position() const; // 0 top, 1 end
    void setPosition(double position);
    // False where it is at its end (or its start) already.
    bool scrollPage(int direction);
};
