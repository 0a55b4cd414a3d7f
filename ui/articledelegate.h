#pragma once

#include <QColor>
#include <QStyledItemDelegate>

class Thumbnails;

// Of the picture at the right of a row, in CSS pixels: 4:3, as high as the row's text.
QSize thumbnailSize(const QFontMetrics &font);
constexpr double thumbnailRadius = 4; // CSS pixels

// One row of the article list: unread dot, title on up to two lines, then author and time, a star, and at the
// right a thumbnail where there is one.
class ArticleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ArticleDelegate(QObject *parent = nullptr);

    void setAccent(const QColor &accent) { m_accent = accent; }
    // Outlives this; null: there are none.
    void setThumbnails(const Thumbnails *thumbnails) { m_thumbnails = thumbnails; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option) const;
    // What is left of the box for the text.
    QRect paintThumbnail(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                         const QRect &box) const;
    void paintMarks(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    int top) const;
    // The y below it.
    int paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const QRect &box) const;
    QString byline(const QModelIndex &index, const QFontMetrics &font, int width) const;
    QColor markColor(const QStyleOptionViewItem &option) const;

    QColor m_accent;
    const Thumbnails *m_thumbnails = nullptr;
};
