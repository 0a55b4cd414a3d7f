#pragma once

#include "app/images/imagestore.h"
#include "samplepictures.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

// What the tests of an ImageStore begin with: a folder for it, an address and a time.
class SampleStore : public QObject
{
protected:
    static constexpr qint64 someTime = 1'700'000'000'000;

    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_error.clear();
    }

    void end() { m_folder.reset(); }

    static void writeFile(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    // Relative to the folder.
    QStringList pictureFiles() const
    {
        QStringList files;
        QDirIterator iterator(m_folder->path(), QDir::Files | QDir::System, QDirIterator::Subdirectories);
        while (iterator.hasNext()) {
            const QString path = QDir(m_folder->path()).relativeFilePath(iterator.next());
            if (!path.startsWith(QLatin1String("index.sqlite")))
                files << path;
        }
        return files;
    }

    const QUrl someAddress{QStringLiteral("https://pictures.example.org/a.png")};
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_error;
};
