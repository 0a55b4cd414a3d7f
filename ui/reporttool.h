#pragma once

#include <QObject>
#include <QPointer>

class ArticleList;
class CategoryTree;
class Library;
class ListHeading;
class QAction;
class ReportDialog;

// Tools ▸ Archive Report: the dialog, and the way from its lines to the list and back.
class ReportTool final : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        QAction *open;
        CategoryTree *tree;
        ListHeading *heading;
        ArticleList *list;
    };

    ReportTool(const Parts &parts, Library &library, QWidget *window);

private:
    void open();
    void leaveOtherArchive();
    void place();
    void showArticles(const QList<QByteArray> &paths, const QString &title);
    void listChanged();
    void goBack();

    const Parts m_parts;
    Library &m_library;
    QWidget *const m_window;
    QPointer<ReportDialog> m_dialog;
    bool m_isFirstList = false; // of the articles asked for last
};
