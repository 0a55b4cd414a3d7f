#include "ui/filemanager.h"

#include "app/archive/articlereader.h"

#include <QDesktopServices>
#include <QDir>
#include <QUrl>

#ifdef LECTERN_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#endif

using namespace Qt::StringLiterals;

QUrl fileAddress(const QByteArray &path)
{
    return QUrl::fromEncoded("file://" + path.toPercentEncoding("/"));
}

FileManager::FileManager(QObject *parent)
    : QObject(parent)
{
}

void FileManager::show(const QByteArray &path)
{
#ifdef LECTERN_DBUS
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) { // then a call would never be answered
        openFolder(path);
        return;
    }
    QDBusMessage call =
        QDBusMessage::createMethodCall(u"org.freedesktop.FileManager1"_s, u"/org/freedesktop/FileManager1"_s,
                                       u"org.freedesktop.FileManager1"_s, u"ShowItems"_s);
    call << QStringList{fileAddress(path).toString(QUrl::FullyEncoded)} << QString();
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, path, answer] {
        if (answer->isError())
            openFolder(path);
        answer->deleteLater();
    });
#else
    openFolder(path);
#endif
}

void FileManager::openFolder(const QByteArray &path)
{
    const QByteArray folder = path.left(qMax<qsizetype>(1, path.lastIndexOf('/')));
    if (!QDesktopServices::openUrl(fileAddress(folder)))
        Q_EMIT failed(
            tr("No program took the folder “%1”.").arg(QDir::toNativeSeparators(displayPath(folder))));
}
