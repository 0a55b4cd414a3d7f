#pragma once

#include "app/page/theme.h"

#include <QLabel>

// A line in the page's fonts and colours.
class FontPreview final : public QLabel
{
    Q_OBJECT

public:
    explicit FontPreview(QWidget *parent = nullptr);

public Q_SLOTS:
    void setPageStyle(const PageStyle &style);
};
