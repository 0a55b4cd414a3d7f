#pragma once

#include <QObject>
#include <QUrl>

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

Q_SIGNALS:
    void refused(const QString &sentence);

private:
    QWidget *m_window;
};

// Whether the reader should see the address before it is opened: `text` looks like an address of another
// host.
bool namesAnotherHost(const QUrl &address, const QString &text);
