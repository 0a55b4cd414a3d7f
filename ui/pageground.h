#pragma once

#include <QColor>
#include <QObject>

class QWebEngineView;

// The page's colour behind whatever Chromium draws. Each article has a renderer of its own, whose widget in
// the view is white until its first picture comes, however dark the page is. Where the screen is scaled by a
// fraction, that widget may end a line of pixels short of its own edge, which would stay black.
class PageGround final : public QObject
{
    Q_OBJECT

public:
    explicit PageGround(QWebEngineView &view);

    void setColor(const QColor &color);
    // The page is there. Until then nothing is seen of what its renderer begins with, which is white.
    void uncover();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitToPixels();

    QWebEngineView &m_view;
    QWidget *m_cover;
    QColor m_color = Qt::white;
};
