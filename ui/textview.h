#pragma once

#include "app/page/theme.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPageLayout;
class QPagedPaintDevice;
class QPushButton;
class QTextEdit;

// An article's text without the web engine: where the engine failed, the words are still there.
class TextView final : public QWidget
{
    Q_OBJECT

public:
    struct Found {
        int active = 0; // counts from 1; 0 where nothing was found
        int count = 0;
    };

    struct Link {
        QRect place; // of its first line, in this widget
        QString address;
    };

    explicit TextView(QWidget *parent = nullptr);

    // Plain text, whatever it looks like. `notice` says why the page is not shown.
    void showText(const QString &title, const QString &notice, const QString &text);
    // Whether a button beside the notice offers to show the page after all.
    void offerAgain(bool offered);
    void setPageStyle(const PageStyle &style);

    double position() const; // 0 top, 1 end
    void setPosition(double position);
    // False where it is at its end (or its start) already.
    bool scrollPage(int direction);

    // Marks every occurrence, whatever the letter case, and goes to the first; an empty text clears.
    Found find(const QString &text);
    // `direction` 1 forward, -1 back; round and round.
    Found findAgain(int direction);

    // The web addresses that are written out in the part of the text that can be seen.
    QList<Link> visibleLinks() const;

    void copy();
    void print(QPagedPaintDevice &device) const;
    QByteArray pdf(const QPageLayout &layout) const;

Q_SIGNALS:
    void againWanted();
    void scrolled();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void centre(); // the column
    void mark();

    QTextEdit *m_text;
    QWidget *m_bar;
    QLabel *m_notice;
    QPushButton *m_again;
    PageStyle m_style;
    QList<int> m_found; // places in the document
    qsizetype m_active = 0;
    qsizetype m_foundLength = 0;
};
