#include "app/library/graphicscard.h"
#include "tests/notroot.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestGraphicsCard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_devices = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_devices->path()).mkdir(u"dri"_s));
        // mkdtemp() keeps others out
        QVERIFY(QFile::setPermissions(m_devices->path(), QFile::Permissions(0x7755)));
    }

    void devices_sayIt_data()
    {
        QTest::addColumn<QString>("device");
        QTest::addColumn<GraphicsCard>("card");
        QTest::newRow("none") << u""_s << GraphicsCard::Absent;
        QTest::newRow("a screen alone") << u"dri/card0"_s << GraphicsCard::Absent;
        QTest::newRow("a card") << u"dri/renderD128"_s << GraphicsCard::Present;
        QTest::newRow("a second one") << u"dri/renderD129"_s << GraphicsCard::Present;
        QTest::newRow("NVIDIA's own driver") << u"nvidiactl"_s << GraphicsCard::Present;
        QTest::newRow("Windows' card") << u"dxg"_s << GraphicsCard::Present;
    }

    void devices_sayIt()
    {
        QFETCH(const QString, device);
        QFETCH(const GraphicsCard, card);
        if (!device.isEmpty())
            make(device);
        QCOMPARE(graphicsCard(m_devices->path()), card);
    }

    void cardOfOthers_isNone()
    {
        make(u"dri/renderD128"_s);
        QVERIFY(QFile::setPermissions(m_devices->filePath(u"dri/renderD128"_s), QFile::ReadOwner));
        const NotRoot somebody;
        QCOMPARE(graphicsCard(m_devices->path()), GraphicsCard::Absent);
    }

    void noDevices_areNoCard()
    {
        QCOMPARE(graphicsCard(m_devices->filePath(u"gone"_s)), GraphicsCard::Absent);
    }

private:
    void make(const QString &device) const
    {
        QFile file(m_devices->filePath(device));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    std::unique_ptr<QTemporaryDir> m_devices;
};

QTEST_GUILESS_MAIN(TestGraphicsCard)
#include "tst_graphicscard.moc"
