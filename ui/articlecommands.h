#pragma once

#include "app/catalog/catalogtypes.h"
#include "ui/webpane.h"

#include <QObject>

#include <memory>

class BusyStatus;
class LinkOpener;
class Navigator;
class NoticeBar;
class QAction;
class QPrinter;
class QWidget;

// What can be done with the open article.
class ArticleCommands final : public QObject
{
    Q_OBJECT

public:
    enum class Outcome { Done, Failed, Stopped };

    struct Parts {
        Navigator &navigator;
        WebPane &pane;
        LinkOpener &links;
        NoticeBar &notices;
        BusyStatus &status;
        QAction *save;
        QAction *print;
    };

    ArticleCommands(const Parts &parts, QWidget *window);
    ~ArticleCommands() override;

    void updateActions();
    bool isSaving() const; // what is to be written has not been

public Q_SLOTS:
    void openOriginal();
    void copyAddress();
    void saveAs();
    void print();

    // Without a question where; the article that is open now. Not while it is saved or printed already.
    void savePdf(const QString &file);

Q_SIGNALS:
    void said(const QString &sentence);
    void ended(ArticleCommands::Outcome outcome); // saving or printing

private:
    enum class Task { None, Saving, Printing };

    void begin(Task task);
    void end();
    QString suggestedFile(const QString &ending) const;
    void takePdf(const QByteArray &pdf, int number);
    Outcome writePdf(const QByteArray &pdf);
    void stopSaving();
    void startPrinting();
    void offerPrint();
    void endPrinting(WebPane::PrintEnd end);

    Parts m_parts;
    QWidget *m_window;
    Task m_task = Task::None;
    QString m_file;                      // what is being saved becomes this; empty where that was stopped
    int m_number = 0;                    // of the last document that was asked for
    std::unique_ptr<QPrinter> m_printer; // from the question on
    ArticleHead m_printed;               // the last that was to be
};
