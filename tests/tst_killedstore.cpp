#include "app/images/imagestore.h"
#include "samplepictures.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// A program that keeps pictures as fast as it can, replaces them and makes room, killed at moments that
// nobody chose: every picture is whole or absent, and the sum is right. LECTERN_KILLS says how often.

namespace
{

constexpr int usualKills = 12;
constexpr int longestLife = 120; // milliseconds
constexpr qint64 someTime = 1'700'000'000'000;
constexpr int addresses = 60;
constexpr qint64 limit = 1'000'000; // bytes

QUrl address(int number)
{
    return QUrl(u"https://pictures.example.org/%1.png"_s.arg(number % addresses));
}

QByteArray picture(int number)
{
    return png(30, 20) + QByteArray(20'000 + number % 7 * 1'000, char('a' + number % 26));
}

int saveOn(const QString &folder, int number)
{
    QString error;
    ImageStore store;
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered) || !store.open(folder, &error))
        return 1;
    store.setLimit(limit);
    for (;; ++number) {
        if (!store.save(address(number), picture(number), someTime + number, &error))
            return 1;
        out.write(QByteArray::number(number) + '\n');
        out.flush();
        store.noteShown(address(number / 2), someTime + number);
        store.tidy(someTime + number);
    }
}

// What is there, as far as it is believed.
StoreSize believed(ImageStore &store)
{
    StoreSize size;
    for (int number = 0; number < addresses; ++number) {
        if (const std::optional<StoredImage> stored = store.load(address(number))) {
            size.bytes += stored->bytes.size();
            ++size.pictures;
        }
    }
    return size;
}

}

class TestKilledStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPicture_isWholeOrAbsent();
};

void TestKilledStore::everyPicture_isWholeOrAbsent()
{
    const int wanted = qEnvironmentVariableIntValue("LECTERN_KILLS");
    const int kills = wanted > 0 ? wanted : usualKills;
    QTemporaryDir folder;
    int saved = 0;
    for (int killed = 0; killed < kills; ++killed) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      {u"--save"_s, folder.path(), QString::number(saved + 1)});
        QVERIFY(!process.waitForFinished(20 + QRandomGenerator::global()->bounded(longestLife)));
        process.kill();
        process.waitForFinished();
        const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
        if (lines.size() > 1)
            saved = lines[lines.size() - 2].toInt(); // what follows the last newline was cut off
        QString error;
        ImageStore store;
        QVERIFY2(store.open(folder.path(), &error), qPrintable(error));
        QVERIFY(!QFile::exists(folder.filePath(u"index.sqlite.damaged"_s)));
        for (int number = 0; number < addresses; ++number) {
            const std::optional<StoredImage> stored = store.load(address(number));
            const int shift = stored ? stored->bytes.back() - 'a' : 0;
            QVERIFY2(!stored || stored->bytes.endsWith(QByteArray(20'000, char('a' + shift))),
                     qPrintable(QString::number(number)));
        }
        QCOMPARE(store.size(), believed(store));
    }
    QVERIFY(saved > 0);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--save")
        return saveOn(arguments.value(2), arguments.value(3).toInt());
    TestKilledStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedstore.moc"
