#pragma once

#include "app/page/theme.h"

#include <QPointer>
#include <QWidget>

// Lies over a page and shows a label at each place that can be followed, until one has been typed. Every key
// is its own meanwhile. A screen reader hears what each label stands for.
class HintOverlay final : public QWidget
{
    Q_OBJECT

public:
    explicit HintOverlay(QWidget *page);

    struct Place {
        QRect box;    // in pixels of the page's widget
        QString name; // what is there
    };
    void open(const QList<Place> &places, const ThemeColors &colors);
    void leave();
    QStringList labels() const; // of those that can still be meant

Q_SIGNALS:
    void chosen(int place);
    void chosenToCopy(int place); // a letter was typed with Shift

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Hint {
        QString label;
        QRect box;
        QString name;
    };
    void place(const QList<Place> &places);
    QList<Hint> meant() const; // that can still be
    void showMeant();
    void type(QChar letter);

    QList<Hint> m_hints;
    QString m_typed;
    bool m_isCopy = false;
    ThemeColors m_colors;
    QPointer<QWidget> m_focusBefore;
};
