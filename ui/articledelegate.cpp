#include "ui/articledelegate.h"

#include "app/library/articlemodel.h"
#include "ui/thumbnails.h"
#include "ui/windowpalette.h"

#include <QApplication>
#include <QDateTime>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
constexpr int titleLines = 2;
constexpr int selectionEdge = 3;     // pixels, in the accent
constexpr int fewestCharacters = 14; // of the text beside a thumbnail; it gives way where there is less room

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

// The column of dot and star, before the text.
int textIndent(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.height() * 3 / 2;
}

QRect textBox(const QStyleOptionViewItem &option)
{
    const int gap = padding(option);
    const QRect box = option.rect.adjusted(textIndent(option), gap, -gap * 2, -gap);
    return QStyle::visualRect(option.direction, option.rect, box);
}

QColor groundOf(const QStyleOptionViewItem &option)
{
    if (!option.state.testFlag(QStyle::State_Selected))
        return option.palette.color(QPalette::Base);
    const bool isActive = option.state.testFlag(QStyle::State_Active);
    return option.palette.color(isActive ? QPalette::Active : QPalette::Inactive, QPalette::Highlight);
}

// On the selection's own ground, the quiet text would be too pale.
QColor quietColor(const QStyleOptionViewItem &option, bool selected)
{
    if (!selected)
        return option.palette.color(QPalette::PlaceholderText);
    const bool isActive = option.state.testFlag(QStyle::State_Active);
    QColor color =
        option.palette.color(isActive ? QPalette::Active : QPalette::Inactive, QPalette::HighlightedText);
    color.setAlphaF(0.8F);
    return color;
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
        painter->fillRect(option.rect, groundOf(option));
        const QRect edge(option.rect.left(), option.rect.top(), selectionEdge, option.rect.height());
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, edge), markColor(option));
    } else {
        painter->setPen(option.palette.color(QPalette::AlternateBase));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = option.rect.adjusted(1, 1, -1, -1);
        focus.backgroundColor = groundOf(option);
        QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter);
    }
}

// Of the dot, the star and the edge: the accent, where it can be seen.
QColor ArticleDelegate::markColor(const QStyleOptionViewItem &option) const
{
    return visibleOn(groundOf(option), m_accent, option.palette);
}

QRect ArticleDelegate::paintThumbnail(QPainter *painter, const QStyleOptionViewItem &option,
                                      const QModelIndex &index, const QRect &box) const
{
    const auto *model = qobject_cast<const ArticleModel *>(index.model());
    const std::optional<ArticleRow> article =
        m_thumbnails && model ? model->article(index.row()) : std::nullopt;
    const Thumbnails::Picture picture = article ? m_thumbnails->of(article->head) : Thumbnails::Picture();
    const QSize size = m_thumbnails ? m_thumbnails->size() : QSize();
    const int right = option.rect.right() + 1 - padding(option);
    const QRect written(QPoint(right - size.width(), box.top()), size); // from left to right
    const int room = box.width() - size.width() - padding(option);
    if (!picture.isThere || room < option.fontMetrics.averageCharWidth() * fewestCharacters)
        return box;
    const QRect place = QStyle::visualRect(option.direction, option.rect, written);
    if (picture.pixmap.isNull()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::AlternateBase));
        painter->drawRoundedRect(place, thumbnailRadius, thumbnailRadius);
    } else {
        painter->drawPixmap(place.topLeft(), picture.pixmap);
    }
    QRect rest = QStyle::visualRect(option.direction, option.rect, box);
    rest.setRight(written.left() - padding(option) - 1);
    return QStyle::visualRect(option.direction, option.rect, rest);
}

// Beside the first line of the title; the star below.
void ArticleDelegate::paintMarks(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index, int top) const
{
    const int height = option.fontMetrics.lineSpacing();
    const QRect column(option.rect.left() + selectionEdge, top, textIndent(option) - selectionEdge, height);
    const QRect place = QStyle::visualRect(option.direction, option.rect, column);
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor color = markColor(option);
    painter->setBrush(color);
    painter->setPen(Qt::NoPen);
    const double radius = option.fontMetrics.height() * 0.2;
    if (!index.data(ArticleModel::ReadRole).toBool())
        painter->drawEllipse(QRectF(place).center(), radius, radius);
    if (!index.data(ArticleModel::StarredRole).toBool())
        return;
    painter->setPen(color);
    painter->drawText(place.translated(0, height), Qt::AlignCenter, u"★"_s);
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
    const int first = box.top() + (titleLines - static_cast<int>(rows.size())) * height / 2;
    int top = first;
    painter->setFont(font);
    // Not clipped: the underscores of a fallback font reach below the line of the first.
    for (const QString &row : rows) {
        painter->drawText(QRect(box.left(), top, box.width(), height),
                          Qt::AlignLeading | Qt::AlignVCenter | Qt::TextDontClip, row);
        top += height;
    }
    paintMarks(painter, option, index, first);
    return top;
}

// Where there is little room the time stays, and of the author what fits.
QString ArticleDelegate::byline(const QModelIndex &index, const QFontMetrics &font, int width) const
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
    const QString end = u" · "_s + time;
    const int room = width - font.horizontalAdvance(end);
    const bool hasRoom = !author.isEmpty() && room > font.averageCharWidth() * 4;
    return hasRoom ? font.elidedText(author, Qt::ElideRight, room) + end
                   : font.elidedText(time, Qt::ElideRight, width);
}

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    paintBackground(painter, option);
    if (!index.data(ArticleModel::LoadedRole).toBool())
        return;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group =
        option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QRect box = paintThumbnail(painter, option, index, textBox(option));
    painter->setPen(option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    const int top = paintTitle(painter, option, index, box);
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.9);
    painter->setFont(small);
    painter->setPen(quietColor(option, selected));
    painter->drawText(QRect(box.left(), top, box.width(), option.fontMetrics.lineSpacing()),
                      Qt::AlignLeading | Qt::AlignVCenter, byline(index, QFontMetrics(small), box.width()));
}
