#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QUrl>

class QDialog;
class QWidget;

// The way out of the program: every link of an article passes here before another program gets it.
class LinkOpener final : public QObject
{
    Q_OBJECT

public:
    explicit LinkOpener(QWidget *window);

    // Opens http, https and mailto outside. Asks first where the text of the link names another host than its
    // address, where the host is written in look-alike letters, and for mail.
    void open(const QUrl &address, const QString &text);
    // The same, but asks in any case: nobody knows whether the reader wants it. While a question stands, and
    // for ten seconds after a refusal, nothing more is asked, so that a page cannot hold the window by
    // questions.
    void openAfterAsking(const QUrl &address);

    void copyRefused() const; // the address that was refused last

Q_SIGNALS:
    void refused(const QString &sentence);
    void handedOver();

private:
    bool isLeadingOutside(const QUrl &address);
    void refuse(const QUrl &address, const QString &sentence);
    void askFor(const QUrl &address);
    void handOver(const QUrl &address);

    QWidget *m_window;
    QPointer<QDialog> m_question;
    QElapsedTimer m_sinceRefused;
    QUrl m_refused;
};

// Whether the reader should see the address before it is opened: `text` looks like an address of another
// host.
bool namesAnotherHost(const QUrl &address, const QString &text);
