#pragma once

#include <QObject>

#include <memory>

class BusyStatus;
class LinkOpener;
class Navigator;
class NoticeBar;
class QPrinter;
class QWidget;
class WebPane;

// What can be done with the open article.
class ArticleCommands final : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        Navigator &navigator;
        WebPane &pane;
        LinkOpener &links;
        NoticeBar &notices;
        BusyStatus &status;
    };

    ArticleCommands(const Parts &parts, QWidget *window);
    ~ArticleCommands() override;

public Q_SLOTS:
    void openOriginal();
    void copyAddress();
    void saveAs();
    void print();

    // Without a question where; the article that is open now.
    void savePdf(const QString &file);

Q_SIGNALS:
    void said(const QString &sentence);

private:
    QString suggestedFile(const QString &ending) const;
    void writePdf(const QString &file, const QByteArray &pdf);
    void stopSaving();
    void startPrinting();
    void endPrinting(bool success);

    Parts m_parts;
    QWidget *m_window;
    QMetaObject::Connection m_saving;
    std::unique_ptr<QPrinter> m_printer; // from the question on
};
