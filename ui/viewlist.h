#pragma once

#include "app/catalog/catalogtypes.h"

#include <QListView>

class QStandardItem;
class QStandardItemModel;

// The views that cut through all categories, above the category tree and as tall as they are.
class ViewList final : public QListView
{
    Q_OBJECT

public:
    explicit ViewList(QWidget *parent = nullptr);

    void setCounts(const ViewCounts &counts, int unread, const QDate &today);
    // ArticleView::Category where none is chosen.
    ArticleView view() const;
    void setView(ArticleView view);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void viewChosen(ArticleView view); // by the reader, or by setView()
    void leftBelow();                  // ↓ on the last one

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void speakRows();
    QStandardItem *item(ArticleView view) const;

    QStandardItemModel *m_items;
};

QString viewName(ArticleView view);
