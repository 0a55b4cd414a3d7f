#include "ui/language.h"

#include <QAbstractFileIconProvider>
#include <QCoreApplication>
#include <QDir>
#include <QKeySequence>
#include <QLocale>
#include <QTest>

class TestLanguage final : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        qputenv("LANGUAGE", "zh_CN");
        qputenv("LC_ALL", "C.UTF-8");
    }

private Q_SLOTS:
    void otherLanguageThanTheSystems_namesDaysToo();
    void folderInAFileDialog_isNamed();
    void timesOfTheCLocale_haveNoSeconds_data();
    void timesOfTheCLocale_haveNoSeconds();
};

void TestLanguage::otherLanguageThanTheSystems_namesDaysToo()
{
    QCOMPARE(QLocale().dayName(Qt::Thursday), QStringLiteral("Thursday"));
    installLanguage(*QCoreApplication::instance());
    QCOMPARE(QCoreApplication::translate("NoticeBar", "Dismiss"), QStringLiteral("关闭"));
    QCOMPARE(QLocale().dayName(Qt::Thursday), QStringLiteral("星期四"));
    QCOMPARE(QKeySequence(Qt::ALT | Qt::Key_Left).toString(QKeySequence::NativeText),
             QStringLiteral("Alt+←"));
}

void TestLanguage::folderInAFileDialog_isNamed()
{
    installLanguage(*QCoreApplication::instance());
    const QAbstractFileIconProvider kinds; // whose names stand in the column beside the files
    QCOMPARE(kinds.type(QFileInfo(QDir::tempPath())), QStringLiteral("文件夹"));
    QCOMPARE(kinds.type(QFileInfo(QDir::rootPath())), QStringLiteral("驱动器"));
}

void TestLanguage::timesOfTheCLocale_haveNoSeconds_data()
{
    QTest::addColumn<QByteArray>("language");
    for (const char *language : {"C", "en", "de"})
        QTest::newRow(language) << QByteArray(language);
}

void TestLanguage::timesOfTheCLocale_haveNoSeconds()
{
    QFETCH(const QByteArray, language);
    qputenv("LANGUAGE", language);
    QLocale::setDefault(language == "C" ? QLocale::c() : QLocale::system());
    installLanguage(*QCoreApplication::instance());
    QCOMPARE(QLocale().toString(QTime(9, 5), QLocale::ShortFormat), QStringLiteral("09:05"));
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
