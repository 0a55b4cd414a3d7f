#pragma once

#include <QObject>

// The desktop's file manager.
class FileManager final : public QObject
{
    Q_OBJECT

public:
    explicit FileManager(QObject *parent = nullptr);

    // Shows the file in its folder, selected where the desktop can do that (org.freedesktop.FileManager1,
    // asked over D-Bus without waiting), else opens the folder. Never opens the file itself. `path` is
    // absolute, in the file system's own bytes.
    void show(const QByteArray &path);

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void openFolder(const QByteArray &path);
};

// The address of a file whose name need not be UTF-8.
QUrl fileAddress(const QByteArray &path);
