#include "ui/articledelegate.h"

#include "app/library/articlemodel.h"
#include "ui/thumbnails.h"

#include <QApplication>
#include <QDateTime>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
constexpr int titleLines = 2;

int padding(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.height() / 2;
}

// Of the header above a row; invalid where there is none.
QDate dayAbove(const ArticleModel &model, int row)
{
    const QList<DaySection> &days = model.sections();
    const auto below =
        std::upper_bound(days.cbegin(), days.cend(), row,
                         [](int place, const DaySection &day) { return place < day.firstRow; });
    return below == days.cbegin() ? QDate() : std::prev(below)->day;
}

// The text box of a row: what is left beside the column of dot and star.
QRect textBox(const QStyleOptionViewItem &option)
{
    const int gap = padding(option);
    return option.rect.adjusted(option.fontMetrics.height() + gap / 2, gap, -gap * 2, -gap);
}

// At most two lines; the last takes all that is left and ends with an ellipsis.
QStringList titleRows(const QString &title, const QFont &font, int width)
{
    QTextLayout layout(title, font);
    QTextOption wrap(Qt::AlignLeading);
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    const QTextLine first = layout.createLine();
    QTextLine(first).setLineWidth(width);
    layout.endLayout();
    const int length = first.isValid() ? first.textLength() : 0;
    if (length >= title.size())
        return {title};
    const QString rest = QFontMetrics(font).elidedText(title.mid(length).trimmed(), Qt::ElideRight, width);
    return {title.left(length), rest};
}
}

QSize thumbnailSize(const QFontMetrics &font)
{
    const int height = font.lineSpacing() * (titleLines + 1);
    return {height * 4 / 3, height};
}

ArticleDelegate::ArticleDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 30,
            option.fontMetrics.lineSpacing() * (titleLines + 1) + padding(option) * 2 + 2};
}

void ArticleDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option) const
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        const QPalette::ColorGroup group =
            option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
        painter->fillRect(option.rect, option.palette.color(group, QPalette::Highlight));
    } else {
        painter->setPen(option.palette.color(QPalette::AlternateBase));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = option.rect.adjusted(1, 1, -1, -1);
        QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter);
    }
}

QRect ArticleDelegate::paintThumbnail(QPainter *painter, const QStyleOptionViewItem &option,
                                      const QModelIndex &index, const QRect &box) const
{
    const auto *model = qobject_cast<const ArticleModel *>(index.model());
    const std::optional<ArticleRow> article =
        m_thumbnails && model ? model->article(index.row()) : std::nullopt;
    const Thumbnails::Picture picture = article ? m_thumbnails->of(article->head) : Thumbnails::Picture();
    if (!picture.isThere)
        return box;
    const QSize size = m_thumbnails->size();
    const int right = option.rect.right() + 1 - padding(option);
    const QRect place(QPoint(right - size.width(), box.top()), size);
    if (picture.pixmap.isNull()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::AlternateBase));
        painter->drawRoundedRect(place, thumbnailRadius, thumbnailRadius);
    } else {
        painter->drawPixmap(place.topLeft(), picture.pixmap);
    }
    return box.adjusted(0, 0, place.left() - padding(option) - box.right() - 1, 0);
}

void ArticleDelegate::paintMarks(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(selected ? option.palette.color(QPalette::HighlightedText) : m_accent);
    painter->setPen(Qt::NoPen);
    const QPointF place(option.rect.left() + option.fontMetrics.height() * 0.65,
                        textBox(option).top() + option.fontMetrics.height() / 2.0);
    const double radius = option.fontMetrics.height() * 0.2;
    if (!index.data(ArticleModel::ReadRole).toBool())
        painter->drawEllipse(place, radius, radius);
    if (!index.data(ArticleModel::StarredRole).toBool())
        return;
    painter->setPen(painter->brush().color());
    const QRectF below(option.rect.left(), place.y() + option.fontMetrics.height() * 0.6,
                       option.fontMetrics.height() * 1.3, option.fontMetrics.height());
    painter->drawText(below, Qt::AlignCenter, u"★"_s);
}

int ArticleDelegate::paintTitle(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index, const QRect &box) const
{
    QFont font = option.font;
    if (!index.data(ArticleModel::ReadRole).toBool())
        font.setWeight(QFont::DemiBold);
    const QStringList rows =
        titleRows(index.data(ArticleModel::TitleRole).toString().simplified(), font, box.width());
    const int height = option.fontMetrics.lineSpacing();
    int top = box.top() + (titleLines - static_cast<int>(rows.size())) * height / 2;
    painter->setFont(font);
    // Not clipped: the underscores of a fallback font reach below the line of the first.
    for (const QString &row : rows) {
        painter->drawText(QRect(box.left(), top, box.width(), height),
                          Qt::AlignLeading | Qt::AlignVCenter | Qt::TextDontClip, row);
        top += height;
    }
    return top;
}

QString ArticleDelegate::byline(const QModelIndex &index) const
{
    const QString author = index.data(ArticleModel::AuthorRole).toString().simplified();
    const QDateTime date = index.data(ArticleModel::DateRole).toDateTime().toLocalTime();
    const QLocale locale;
    // Where no header above says the day, the row does: the headers may be those of another day, as of
    // reading.
    const auto *model = qobject_cast<const ArticleModel *>(index.model());
    const bool hasHeader = model && dayAbove(*model, index.row()) == date.date();
    const bool isGuess = index.data(ArticleModel::DateIsGuessRole).toBool();
    const QString written = hasHeader ? locale.toString(date.time(), QLocale::ShortFormat)
                                      : locale.toString(date.date(), QLocale::ShortFormat);
    const QString time = isGuess ? tr("no date") : written;
    return author.isEmpty() ? time : u"%1 · %2"_s.arg(author, time);
}

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    paintBackground(painter, option);
    if (!index.data(ArticleModel::LoadedRole).toBool())
        return;
    paintMarks(painter, option, index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group =
        option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QRect box = paintThumbnail(painter, option, index, textBox(option));
    painter->setPen(option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    const int top = paintTitle(painter, option, index, box);
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.9);
    painter->setFont(small);
    if (!selected)
        painter->setPen(option.palette.color(QPalette::PlaceholderText));
    painter->drawText(QRect(box.left(), top, box.width(), option.fontMetrics.lineSpacing()),
                      Qt::AlignLeading | Qt::AlignVCenter,
                      QFontMetrics(small).elidedText(byline(index), Qt::ElideMiddle, box.width()));
}
