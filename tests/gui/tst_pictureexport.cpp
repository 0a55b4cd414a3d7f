#include "../samplepictures.h"
#include "app/images/imagestore.h"
#include "tests/patience.h"
#include "ui/busystatus.h"
#include "ui/pictureexport.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestPictureExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ImageStore store;
        QString error;
        QVERIFY(store.open(m_folder.filePath(u"store"_s), &error));
        for (int i = 1; i <= 3; ++i)
            QVERIFY(store.save(QUrl(u"https://host.example/%1"_s.arg(i)), png(i, i), i, &error));
    }

    void result_isSaid()
    {
        PictureExport pictures(&m_action, m_folder.filePath(u"store"_s), m_status, &m_window);
        QSignalSpy said(&pictures, &PictureExport::said);
        pictures.start(m_folder.filePath(u"out"_s));
        QVERIFY(!m_action.isEnabled() && !m_status.isHidden());
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, patience);
        QVERIFY(said.first().first().toString().startsWith(u"3 "_s));
        QCOMPARE(QDir(m_folder.filePath(u"out"_s)).entryList(QDir::Files).size(), 3);
        QVERIFY(m_action.isEnabled());
        QVERIFY(m_status.isHidden());
    }

    // Space reads on, and presses no button that came unasked.
    void keyboard_staysWhereItIs()
    {
        QLineEdit reading(&m_window);
        m_window.show();
        reading.setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(reading.hasFocus(), patience);
        PictureExport pictures(&m_action, m_folder.filePath(u"store"_s), m_status, &m_window);
        QSignalSpy said(&pictures, &PictureExport::said);
        pictures.start(m_folder.filePath(u"beside"_s));
        QVERIFY(reading.hasFocus() && m_status.isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, patience);
        QVERIFY(reading.hasFocus());
        m_window.hide();
    }

    void emptyStore_saysSo()
    {
        PictureExport pictures(&m_action, m_folder.filePath(u"empty"_s), m_status, &m_window);
        QSignalSpy said(&pictures, &PictureExport::said);
        pictures.start(m_folder.filePath(u"out"_s));
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, patience);
        QCOMPARE(said.first().first().toString(), u"No picture is stored yet."_s);
    }

    void stop_isHeard()
    {
        PictureExport pictures(&m_action, m_folder.filePath(u"store"_s), m_status, &m_window);
        QSignalSpy said(&pictures, &PictureExport::said);
        pictures.start(m_folder.filePath(u"stopped"_s));
        m_status.findChild<QToolButton *>(u"busyStop"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, patience);
        QVERIFY(m_action.isEnabled());
    }

    void failure_isShown()
    {
        QFile file(m_folder.filePath(u"file"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        PictureExport pictures(&m_action, m_folder.filePath(u"store"_s), m_status, &m_window);
        const QSignalSpy failed(&pictures, &PictureExport::failed);
        pictures.start(file.fileName());
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
        QVERIFY(failed.first().first().toString().contains(u"cannot be copied"_s));
        QVERIFY(!QApplication::activeModalWidget()); // the reader may be reading
    }

private:
    QTemporaryDir m_folder;
    QWidget m_window;
    BusyStatus m_status{&m_window};
    QAction m_action;
};

QTEST_MAIN(TestPictureExport)
#include "tst_pictureexport.moc"
