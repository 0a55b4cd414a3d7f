#pragma once

#include <QColor>
#include <QStyledItemDelegate>

// One row of the article list: unread dot, title on up to two lines, then author and time, and a star.
class ArticleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ArticleDelegate(QObject *parent = nullptr);

    void setAccent(const QColor &accent) { m_accent = accent; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option) const;
    void paintMarks(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    int paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const QRect &box) const;
    QString byline(const QModelIndex &index) const;

    QColor m_accent;
};
