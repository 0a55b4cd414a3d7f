#pragma once

#include "app/page/theme.h"

#include <QList>
#include <QWidget>

class Appearance;
class FontChooser;
class FontPreview;
class QAction;
class QFormLayout;

// Theme, fonts, size, column, lines and paragraphs of the page, and what moves in it.
class AppearancePage final : public QWidget
{
    Q_OBJECT

public:
    struct Actions {
        QList<QAction *> themes;
        QList<QAction *> types;
    };
    AppearancePage(const Actions &actions, Appearance &appearance, QWidget *parent = nullptr);

private:
    void addFont(QFormLayout *form, const QString &label, FontChooser *chooser, QString PageStyle::*value);
    void addNumber(QFormLayout *form, const QString &name, const QString &label, int PageStyle::*value,
                   int from, int to, int step, const QString &unit);
    void addNumbers(QFormLayout *form);
    void addParagraphs(QLayout *layout);
    void addMotion(QLayout *layout);

    Appearance &m_appearance;
};
